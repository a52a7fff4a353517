"""Where Alembic meets the store: on the connection that was passed in, inside the transaction already begun."""

from alembic import context

from hallclient.storage.schema import metadata


def _ours(_object: object, name: str | None, kind: str, _reflected: bool, _compare_to: object) -> bool:
    # The search index is a virtual table with shadow tables of its own; Alembic must not touch them.
    return not (kind == "table" and (name or "").startswith("search"))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_object=_ours,
    render_as_batch=False,
    transactional_ddl=False,  # one transaction around everything is already open
)
context.run_migrations()

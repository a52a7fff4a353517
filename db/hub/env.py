"""Where Alembic meets the hub: on the connection that was passed in, inside the transaction already begun."""

from alembic import context

from hallclient.hub.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,  # one transaction around everything is already open
)
context.run_migrations()

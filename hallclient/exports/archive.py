"""How does the whole register look in open files? One zip: CSV, PDF, schema and the hash of each."""

import csv
import hashlib
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from hallclient.exports.csv_file import guarded
from hallclient.foundation import files

HASHES, SCHEMA, README = "sha256.txt", "schema.sql", "README.txt"
_ABOUT = """政务公开服务窗口登记数据（完整导出）

tables/*.csv    登记数据，每表一个文件，UTF-8（带BOM），第一行为列名，日期为 YYYY-MM-DD
documents/*.pdf 已签发文书，与签发时的字节完全一致
schema.sql      表结构
sha256.txt      每个文件的 SHA-256，可用 sha256sum -c sha256.txt 核对

以 = + - @ 开头的文字前加了一个单引号（'），以免表格软件当作公式执行；十二位以上的数字和以0开头的数字前加了一个制表符，
以免末几位丢失。还原时去掉即可。
本导出含个人信息，请按《个人信息保护法》保管。
"""


class Archive:
    """The zip being written. Every file's hash is taken as it goes in."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._hashes: list[str] = []
        self.rows = 0

    @property
    def files(self) -> int:
        return len(self._hashes)

    def table(self, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Add a table, its texts guarded against what a spreadsheet would make of them."""
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(columns)
        for row in rows:
            writer.writerow([guarded(value) if isinstance(value, str) else value for value in row])
            self.rows += 1
        self._add(f"tables/{name}.csv", ("\ufeff" + text.getvalue()).encode())

    def document(self, name: str, content: bytes) -> None:
        """Add a document's bytes as they were handed over."""
        self._add(f"documents/{name}", content)

    def close(self, schema: str) -> None:
        """Add schema, explanation and the list of hashes."""
        self._add(SCHEMA, schema.encode())
        self._add(README, _ABOUT.encode())
        self._archive.writestr(HASHES, "".join(self._hashes))

    def _add(self, name: str, content: bytes) -> None:
        self._archive.writestr(name, content)
        self._hashes.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")


def write(
    destination: Path,
    tables: Iterable[tuple[str, Sequence[str], Iterable[Sequence[object]]]],
    documents: Iterable[tuple[str, bytes]],
    schema: str,
) -> tuple[int, int]:
    """Write the zip as one whole and return (files, rows). Raises DiskFull, FolderNotWritable."""
    with (
        files.replacing(destination, mode=0o600) as part,
        zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, allowZip64=True) as zipped,
    ):
        archive = Archive(zipped)
        for name, columns, rows in tables:
            archive.table(name, columns, rows)
        for name, content in documents:
            archive.document(name, content)
        archive.close(schema)
    return archive.files, archive.rows

"""Packets as files: the same bytes as by network, whole or not there, told when they are none."""

import os
from datetime import date
from pathlib import Path

import pytest

from hallclient.domain.figures.delivery import SealedPacket, envelope
from hallclient.foundation.trouble import FileUnreadable, FolderNotWritable
from hallclient.hub import folder
from hallclient.hub.deliver import deliver
from hallclient.hub.folder import NotAPacket
from tests.hub.conftest import Place
from tests.hub.windows import ReportingWindow

MONDAY = date(2026, 3, 2)


def test_a_packet_is_one_file_with_the_bytes_that_go_by_network(tmp_path: Path) -> None:
    window = ReportingWindow()
    sent = window.year(MONDAY, 3)
    paths = folder.drop(tmp_path / "stick", sent)
    again = folder.drop(tmp_path / "stick", sent)

    assert again == paths
    assert [path.read_bytes() for path in paths] == [envelope(packet) for packet in sent]
    assert paths[0].name == "SL01-W01_day_2026-03-02_z1_r1.packet.json"
    assert [found for _, found in folder.pick_up(tmp_path / "stick")] == sent
    assert len(list((tmp_path / "stick").iterdir())) == 3


def test_a_fork_of_the_same_name_does_not_overwrite_the_first(tmp_path: Path) -> None:
    one, other = ReportingWindow(), ReportingWindow()
    first, second = one.close(MONDAY, {"enquiries.persons": 1}), other.close(MONDAY, {"enquiries.persons": 2})
    folder.drop(tmp_path, [first])
    folder.drop(tmp_path, [second])
    folder.drop(tmp_path, [second])

    found = [packet for _, packet in folder.pick_up(tmp_path)]
    assert sorted(found, key=lambda one: one.sha256) == sorted([first, second], key=lambda one: one.sha256)  # type: ignore[union-attr]


def test_what_is_no_packet_is_told_and_left_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = ReportingWindow()
    [good] = folder.drop(tmp_path, [window.close(MONDAY, {})])
    monkeypatch.setattr(folder, "LARGEST", 5000)
    whole = good.read_bytes()
    broken = {
        "half": whole[: len(whole) // 2],
        "empty": b"",
        "binary": bytes(range(256)),
        "list": b"[]",
        "form": whole.replace(b'"form":1', b'"form":9'),
        "deep": b"[" * 4000,
        "huge": b"[" + b"1," * 4000,
        "number": whole.replace(b'"z_number":1', b'"z_number":1' + b"0" * 40),
        "nul": whole.replace(b"SL01-W01", b"SL01-W01\\u0000"),
        "surrogate": whole.replace(b"SL01-W01", b"\\ud800"),
        "date": whole.replace(b"2026-03-02", b"0001-01-01"),
    }
    for name, content in broken.items():
        (tmp_path / f"{name}{folder.ENDING}").write_bytes(content)
    (tmp_path / "letter.docx").write_bytes(b"someone else's")
    (tmp_path / f".{good.name}.77.part").write_bytes(b"half written")
    os.mkfifo(tmp_path / f"pipe{folder.ENDING}")
    (tmp_path / f"folder{folder.ENDING}").mkdir()

    found = {path.name.partition(".")[0]: one for path, one in folder.pick_up(tmp_path)}

    assert isinstance(found.pop(good.name.partition(".")[0]), SealedPacket)
    assert {name: one.problem for name, one in found.items() if isinstance(one, NotAPacket)} == {
        name: "too_large" if name == "huge" else "form" for name in broken
    }
    assert all((tmp_path / f"{name}{folder.ENDING}").read_bytes() == content for name, content in broken.items())


def test_a_stick_that_is_gone_is_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    window = ReportingWindow()

    with pytest.raises(FolderNotWritable):
        folder.drop(tmp_path / "file" / "stick", [window.close(MONDAY, {})])
    for gone in (tmp_path / "nowhere", tmp_path / "file"):
        with pytest.raises(FileUnreadable):
            list(folder.pick_up(gone))


def test_a_packet_no_hub_can_hold_gets_an_answer_all_the_same(place: Place) -> None:
    from dataclasses import replace

    window = ReportingWindow()
    place.enrol(window)
    good = window.close(MONDAY, {})
    told = deliver(place.as_window(window), [replace(good, signature="x" * 999), replace(good, kind="\0"), good])

    assert [one.reason != "" for one in told[:2]] == [True, True]
    assert told[2].verdict.value in ("accepted", "received")

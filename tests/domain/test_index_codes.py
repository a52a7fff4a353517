"""Which scheme does an index number follow? Vectors of the law pack; warnings only."""

import pytest

from hallclient.domain.law.index_codes import (
    IndexReading,
    IndexScheme,
    IndexWarning,
    index_number,
    org_code_holds,
    read_index_number,
)


@pytest.mark.parametrize(
    "code", ["014416330", "000013338", "000014349", "717817552", "01527918X", "006939748", "01441633-0"]
)
def test_organisation_codes_that_hold(code: str) -> None:
    assert org_code_holds(code)


@pytest.mark.parametrize("code", ["000000001", "035210000", "01441633", "0144163300", "A", ""])
def test_organisation_codes_that_fail(code: str) -> None:
    assert not org_code_holds(code)


@pytest.mark.parametrize(
    ("number", "scheme", "warnings"),
    [
        ("014416330/2018-04736", IndexScheme.NATIONAL, ()),
        ("０１４４１６３３０／2018-04736", IndexScheme.NATIONAL, ()),
        ("0142768-8/2022-00185", IndexScheme.NATIONAL, (IndexWarning.HYPHEN_IN_ORG_CODE, IndexWarning.ORG_CODE_CHECK)),
        ("01527918X-2020-153077", IndexScheme.NATIONAL, (IndexWarning.SEPARATOR, IndexWarning.SERIAL_LENGTH)),
        ("01441633-0/2018-04736", IndexScheme.NATIONAL, (IndexWarning.HYPHEN_IN_ORG_CODE,)),
        ("000000001/2021-00151", IndexScheme.NATIONAL, (IndexWarning.ORG_CODE_CHECK,)),
        ("11341702486344515H/202110-00013", IndexScheme.USCC, ()),
        ("113417024863445150/202110-00013", IndexScheme.USCC, (IndexWarning.USCC_CHECK,)),
        ("2018-04736", IndexScheme.SERIAL_ONLY, ()),
        ("330200-01-03-02-20100105-0007", IndexScheme.NINGBO, ()),
        ("G0090101003-2014-0001", IndexScheme.SHANGHAI, ()),
        ("530000010203200800001", IndexScheme.YUNNAN, ()),
        ("11341702486344515H/202113-00013", None, (IndexWarning.UNKNOWN_SCHEME,)),
        ("无编号", None, (IndexWarning.UNKNOWN_SCHEME,)),
        ("", None, (IndexWarning.UNKNOWN_SCHEME,)),
    ],
)
def test_index_numbers(number: str, scheme: IndexScheme | None, warnings: tuple[IndexWarning, ...]) -> None:
    assert read_index_number(number) == IndexReading(scheme, warnings)


def test_an_agency_makes_its_numbers_by_its_own_pattern() -> None:
    facts = {"org": "014416330", "year": 2026, "month": 3, "serial": 42}
    assert index_number("{org}/{yyyy}-{nnnnn}", **facts) == "014416330/2026-00042"
    assert index_number("{org}/{yyyy}{mm}-{nnnnn}", **facts) == "014416330/202603-00042"
    assert index_number("X-{yyyy}-{nnn}", **facts) == "X-2026-042"
    assert read_index_number(index_number("{org}/{yyyy}-{nnnnn}", **facts)).warnings == ()

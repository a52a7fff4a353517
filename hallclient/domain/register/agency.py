"""Whose paper is it? What every document says of the agency that issues it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyProfile:
    """The agency as its documents name it; public facts only, set once by the supervisor.

    ``name`` is the full name (机关全称), ``code`` the agency code in application numbers, ``code_word`` the 代字 of
    document numbers. ``query_method`` says how an applicant asks after an application (查询方式).
    ``reconsideration_body`` (复议机关) and ``court`` (法院) stand in remedy paragraphs: both differ by city and are
    confirmed by the agency's legal staff, never derived. ``reconsideration_url`` is named only in replies served
    on-line (行政复议法 第二十二条第二款). ``administrative_query_remedy`` is the remedy of a reply about an
    行政查询事项 (第三十六条第（七）项), which the law leaves open: "" or "either" names both ways, "first" 复议前置.
    ``approval`` says which replies a superior approves before they are issued (``Approval``; "" stands for 不予公开 and
    部分公开), ``letter_overdue_days`` after how many working days on its way a letter stands on the board.
    """

    name: str
    code: str = ""
    code_word: str = ""
    address: str = ""
    postcode: str = ""
    phone: str = ""
    fax: str = ""
    email: str = ""
    website: str = ""
    contact: str = ""
    office_hours: str = ""
    query_method: str = ""
    reconsideration_body: str = ""
    reconsideration_url: str = ""
    court: str = ""
    administrative_query_remedy: str = ""
    ogi_unit: str = ""
    apply_url: str = ""
    reading_places: str = ""
    supervisor: str = ""
    supervisor_phone: str = ""
    index_pattern: str = ""
    approval: str = ""
    letter_overdue_days: str = ""

"""What does a try of the hub's address tell? Step by step: reached, safe, let in, enrolled, key, clock, chain."""

import base64
import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hallclient.domain.figures.packet import GENESIS
from hallclient.domain.terms import Term

CLOCK_MAY_DIFFER = timedelta(minutes=5)  # more, and days would be told late, or closed on the wrong date


class Step(Term):
    """What is looked at, in this order; the first that fails ends the try, what is behind it cannot be known."""

    REACHED = "reached", "连通"
    SAFE = "safe", "加密"
    LOGIN = "login", "登录"
    HUB = "hub", "中心库"
    ENROLLED = "enrolled", "窗口登记"
    KEY = "key", "窗口公钥"
    CLOCK = "clock", "时钟"
    HEAD = "head", "已收到哪里"


# Which step a trouble of the hub ends the try at; any other trouble is the world's, before anybody answered.
ENDS_AT = {
    "hub_unreachable": Step.REACHED,
    "hub_disk_full": Step.HUB,
    "hub_certificate_wrong": Step.SAFE,
    "hub_login_refused": Step.LOGIN,
    "hub_forbids": Step.LOGIN,
    "hub_not_ready": Step.HUB,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HubSays:
    """What the hub itself told. ``tls`` is the protocol (``TLSv1.3``), empty without one; ``at`` its own clock.

    ``keys`` are those that sign for the window now. ``head`` is the newest packet of its chain (64 zeros: none yet),
    ``last_day`` the newest day that counts.
    """

    server: bool
    tls: str
    at: datetime
    enrolled: bool = False
    revoked: bool = False
    unit: str = ""
    keys: tuple[str, ...] = ()
    head: str = GENESIS
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A try: what the hub told, or the code of the ``trouble`` that ended it; and what this window has beside it.

    ``at`` is this machine's clock when the hub told its own; ``head_known``: the hub's newest packet is one of ours.
    """

    window: str
    at: datetime
    says: HubSays | None = None
    trouble: str = ""
    key: str = ""
    head_known: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialStep:
    """One line of the answer: ``code`` chooses its sentence, ``facts`` fill it."""

    step: Step
    holds: bool
    code: str
    facts: tuple[str, ...] = ()


def steps(trial: Trial) -> tuple[TrialStep, ...]:
    """Return what was found, step by step."""
    if trial.says is None:
        return _ended(ENDS_AT.get(trial.trouble, Step.REACHED), trial.trouble)
    says = trial.says
    safe = (says.tls and "tls") or ("local" if says.server else "file")
    found = [
        TrialStep(step=Step.REACHED, holds=True, code="reached" if says.server else "opened"),
        TrialStep(step=Step.SAFE, holds=True, code=safe, facts=(says.tls,)),
        TrialStep(step=Step.LOGIN, holds=True, code="let_in" if says.server else "no_login"),
        TrialStep(step=Step.HUB, holds=True, code="ready"),
        _enrolled(trial, says),
    ]
    if says.enrolled:
        found.append(_key(trial, says))
    found.append(_clock(trial, says))
    if says.enrolled:
        found.append(_head(trial, says))
    return tuple(found)


def holds(trial: Trial) -> bool:
    """Tell whether this window can report there."""
    return all(one.holds for one in steps(trial))


def fingerprint(key: str) -> str:
    """Return a public key's short print, to be read over the telephone: four groups of four hexadecimal digits."""
    try:
        digest = hashlib.sha256(base64.b64decode(key, validate=True)).hexdigest().upper()
    except ValueError:
        return ""
    return " ".join(digest[at : at + 4] for at in range(0, 16, 4))


def _ended(at: Step, trouble: str) -> tuple[TrialStep, ...]:
    before = [
        TrialStep(step=step, holds=True, code=code)
        for step, code in ((Step.REACHED, "reached"), (Step.SAFE, "safe"), (Step.LOGIN, "let_in"))
    ]
    passed = [one for one in before if [*Step].index(one.step) < [*Step].index(at)]
    return (*passed, TrialStep(step=at, holds=False, code=trouble))


def _enrolled(trial: Trial, says: HubSays) -> TrialStep:
    code = "revoked" if says.revoked else "enrolled" if says.enrolled else "not_enrolled"
    return TrialStep(step=Step.ENROLLED, holds=code == "enrolled", code=code, facts=(trial.window, says.unit))


def _key(trial: Trial, says: HubSays) -> TrialStep:
    if trial.key in says.keys:
        return TrialStep(step=Step.KEY, holds=True, code="same_key", facts=(fingerprint(trial.key),))
    theirs = "、".join(fingerprint(key) for key in says.keys)
    return TrialStep(step=Step.KEY, holds=False, code="other_key", facts=(fingerprint(trial.key), theirs))


def _clock(trial: Trial, says: HubSays) -> TrialStep:
    off = round((trial.at - says.at).total_seconds())
    fine = abs(off) <= CLOCK_MAY_DIFFER.total_seconds()
    code = "clock" if fine else "fast" if off > 0 else "slow"
    return TrialStep(step=Step.CLOCK, holds=fine, code=code, facts=(str(abs(off)), str(abs(off) // 60)))


def _head(trial: Trial, says: HubSays) -> TrialStep:
    if says.head == GENESIS:
        return TrialStep(step=Step.HEAD, holds=True, code="nothing_yet")
    day = says.last_day.isoformat() if says.last_day else "—"
    code = "head" if trial.head_known else "strange_head"
    return TrialStep(step=Step.HEAD, holds=trial.head_known, code=code, facts=(day, says.head[:12]))

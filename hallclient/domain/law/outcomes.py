"""Where does the law find the ways an application can end? They stand on the ground floor, below register and law."""

from hallclient.domain.outcomes import Outcome

__all__ = ["Outcome"]

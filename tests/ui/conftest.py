"""The window these tests drive."""

from tests.window import clock, desk, stores

__all__ = ["clock", "desk", "stores"]

"""What tests of commands share: programs to ask."""

from tests.children import child, life

__all__ = ["child", "life"]

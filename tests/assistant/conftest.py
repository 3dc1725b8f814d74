"""What tests of the runner share."""

from tests.children import child, life

__all__ = ["child", "life"]

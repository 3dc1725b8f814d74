"""What tests of use cases share: programs to ask."""

from tests.children import child, life

__all__ = ["child", "life"]

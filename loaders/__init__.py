"""Bytes -> rows -> records -> batch, with every bad row reported; and back out."""

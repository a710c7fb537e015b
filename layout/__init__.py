"""Layouts: what a map shows, decided from the record, and where everything stands, decided in pixels."""

"""Answers by phone in a workshop: a form on the room's own Wi-Fi, served by the laptop to whoever has the code."""

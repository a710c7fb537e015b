"""The pages: short scripts, one a question."""

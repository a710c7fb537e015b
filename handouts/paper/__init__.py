"""Paper: markup that no text of the record can break, sheets and their fonts, as PDF and as stand-alone HTML."""

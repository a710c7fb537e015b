"""What people take home: pages of paper, slides and maps that open without the program."""

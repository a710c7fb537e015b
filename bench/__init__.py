"""Speed and memory of the program, as ratios to networkx or plain Python measured in the same run."""

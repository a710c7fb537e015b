"""A Neo4j Community server on this machine: by Docker where an engine answers, else by the Java that is there."""

"""Boxes and lines of a scene as the nodes and edges of vis-network, built by pyvis."""

from typing import Any

from layout.drawn.scene import Scene


def network(scene: Scene) -> dict[str, Any]:
    """Return the data that vis-network reads: nodes at their places, and who is linked with whom.

    Directed, because pyvis drops a second line between two boxes of an undirected network without a word. Nothing of
    pyvis' page is used: it writes titles as markup as soon as one of them holds the letters "href". The program gives
    nodes the looks of the scene and calls them "box ID", since words on lines are nodes as well.
    """
    from pyvis.network import Network

    built = Network(directed=True)
    built.toggle_physics(False)
    for box in scene.boxes:
        x, y = box.x + box.w / 2, box.y + box.h / 2
        built.add_node(f"box {box.id}", label=" ", x=x, y=y, physics=False, shape="box")
    for line in scene.lines:
        a, b = (f"box {end}" for end in line.ends)
        built.add_edge(a, b, id=line.id, hidden=True, arrows="", smooth=False)
    nodes, edges, *_ = built.get_network_data()
    return {"nodes": nodes, "edges": edges}

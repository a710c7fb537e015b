"""Every page as one looks at it: where it is, when it is drawn, how large its letters are, and its picture.

The pictures of the README (docs/gallery.py) are made with the same code.
"""

from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Page

PK_WASTE = "country=PK&theme=hazardous-waste"
WORKSHOP = f"/workshop?{PK_WASTE}&workshop=Islamabad&day=2026-11-25"
VIEWS: Mapping[str, str] = {
    "home": "/?country=PK",
    "country": f"/country?{PK_WASTE}",
    "country-all-themes": "/country?country=VN",
    "country-small": "/country?country=TL&theme=wildlife",
    "who-else": "/who_else?country=PK",
    "who-else-invitation": "/who_else?country=LK&show=invite",
    "gaps": f"/gaps?{PK_WASTE}",
    "gaps-hand-in-hand": "/gaps?country=TH&level=hand-in-hand",
    "gaps-at-a-site": "/gaps?country=PK&level=site",
    "connect": "/connect?from=pk-nou&to=vn-customs",
    "reach": "/reach?whom=customs",
    "networks": "/networks?country=PK",
    "networks-one": "/networks?country=PK&network=sawen",
    "networks-seats": "/networks?country=TH&theme=wildlife&section=seats",
    "networks-region": "/networks?country=LK&section=region",
    "networks-overlap": "/networks?country=PK&theme=wildlife&section=overlap",
    "networks-strategy": "/networks?country=PK&section=strategy",
    "networks-links": "/networks?country=PK&section=links",
    "workshop": "/workshop?country=PK",
    "workshop-contacts": f"{WORKSHOP}&step=contacts",
    "workshop-after": f"{WORKSHOP}&step=after",
    "data": "/data",
    "present": f"/present?{PK_WASTE}",
    "present-gaps": f"/present?{PK_WASTE}&slide=2",
    "present-networks": "/present?country=TH&theme=wildlife&slide=5",
}
DESK, PROJECTOR = (1366, 768), (1280, 720)

# A page is drawn when nothing of it is stale, and nothing has changed for a while.
_QUIET = """() => new Promise(done => {
    const ready = () => document.fonts.status === 'loaded'
        && !document.querySelector('[data-testid=stSkeleton], [data-testid=stAppSkeleton], [data-stale=true]');
    let last = performance.now();
    const seen = new MutationObserver(() => { last = performance.now() });
    seen.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
    const look = () => ready() && performance.now() - last > 350 ? (seen.disconnect(), done()) : setTimeout(look, 50);
    look();
})"""
# What is read: text that is seen, without signs of a font of signs; [size, words].
_SMALL = """least => {
    const found = [], walk = document.createTreeWalker(document.querySelector('.stApp'), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const [node, about] = [walk.currentNode, walk.currentNode.parentElement];
        if (!node.textContent.trim() || about.closest('style, script, svg, [data-testid=stIconMaterial]')) continue;
        const { fontSize, visibility, opacity } = getComputedStyle(about);
        const range = document.createRange();
        range.selectNodeContents(node);
        const { width, height } = range.getBoundingClientRect();
        if (width < 2 || height < 2 || visibility === 'hidden' || opacity === '0') continue;
        if (parseFloat(fontSize) < least) found.push(`${fontSize} ${node.textContent.trim().slice(0, 40)}`);
    }
    for (const part of document.querySelectorAll('[data-testid=stDataFrame] *')) {
        const style = getComputedStyle(part).getPropertyValue('--gdg-base-font-style');
        if (style && parseFloat(style.split(' ').at(-1)) < least) found.push(`${style} in a table`);
    }
    return [...new Set(found)];
}"""
# The letters of maps as they are drawn on the screen: size times zoom; [smallest, map].
_ON_MAPS = """() => Object.entries(globalThis.whoelseMaps ?? {}).map(([name, map]) => {
    const { boxes, lines, texts, legend } = map.scene();
    const all = [...boxes.flatMap(box => box.texts), ...lines.flatMap(line => line.tag?.texts ?? []), ...texts,
        ...legend.map(entry => entry.text)];
    return [Math.min(...all.map(text => text.size)) * map.network.getScale(), name];
})"""
_SIDEWAYS = """() => [document.scrollingElement, document.querySelector('[data-testid=stMain]')]
    .some(part => part.scrollWidth > part.clientWidth)"""


def settled(page: Page) -> Page:
    """Wait until a page is drawn."""
    page.locator("h1").first.wait_for()
    page.evaluate(_QUIET)
    return page


def small_letters(page: Page, least: float) -> list[str]:
    """Return what stands on a page, outside its maps, in letters of fewer than `least` pixels."""
    found: list[str] = page.evaluate(_SMALL, least)
    return found


def letters_on_maps(page: Page) -> dict[str, float]:
    """Return the smallest letters of each map as they are drawn, in pixels of the screen."""
    return {name: round(smallest, 2) for smallest, name in page.evaluate(_ON_MAPS)}


def scrolls_sideways(page: Page) -> bool:
    """Return whether a page, not a table in it, is wider than the window."""
    return bool(page.evaluate(_SIDEWAYS))


def picture(page: Page, folder: Path, name: str) -> Path:
    """Keep what the window shows, as NAME-WIDTHxHEIGHT.png."""
    size = page.viewport_size or {"width": 0, "height": 0}
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}-{size['width']}x{size['height']}.png"
    page.screenshot(path=file)
    return file

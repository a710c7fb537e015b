// Tells Python once the page has letters of at least so many pixels: its style may come after what measures it.
// Data: { least }. State: large.

export default function show({ data, setStateValue }) {
  let waiting = 0;
  const look = () => {
    const now = parseFloat(getComputedStyle(document.documentElement).fontSize);
    if (now >= data.least) setStateValue("large", true);
    else waiting = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(waiting);
}

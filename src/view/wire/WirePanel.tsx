export function WirePanel() {
  return <h2 className="panelTitle">In flight</h2>;
}

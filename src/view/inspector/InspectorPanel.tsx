export function InspectorPanel() {
  return <h2 className="panelTitle">Inspect</h2>;
}

export function ToolsPanel() {
  return <h2 className="panelTitle">Kafka’s tools</h2>;
}

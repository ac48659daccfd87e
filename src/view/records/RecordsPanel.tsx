export function RecordsPanel() {
  return <h2 className="panelTitle">Records</h2>;
}

export function PromisesPanel() {
  return <h2 className="panelTitle">Promises</h2>;
}

export function SpaceTime() {
  return <h2 className="panelTitle">Space-time</h2>;
}

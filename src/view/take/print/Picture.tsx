/** A picture that was drawn, as wide as the page. */
export function Picture({ svg }: { readonly svg: string }) {
  const show = (element: HTMLElement | null) => {
    const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    element?.replaceChildren(document.importNode(drawn, true));
  };
  return <figure ref={show} className="handoutPicture" />;
}

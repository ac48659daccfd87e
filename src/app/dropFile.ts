/**
 * Whoever drags a file over the page sees that it can be dropped, and what they drop is opened.
 * Returns how to stop that.
 */
export function bindDrop(openFile: (file: File) => Promise<boolean>): () => void {
  const { dataset } = document.documentElement;
  const over = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    dataset['dropping'] = '';
  };
  const leave = ({ relatedTarget }: DragEvent) => {
    if (relatedTarget === null) delete dataset['dropping'];
  };
  const drop = (event: DragEvent) => {
    const file = event.dataTransfer?.files[0];
    delete dataset['dropping'];
    if (!file) return;
    // Or the browser would leave the page for the file.
    event.preventDefault();
    void openFile(file);
  };
  document.addEventListener('dragover', over);
  document.addEventListener('dragleave', leave);
  document.addEventListener('drop', drop);
  return () => {
    document.removeEventListener('dragover', over);
    document.removeEventListener('dragleave', leave);
    document.removeEventListener('drop', drop);
  };
}

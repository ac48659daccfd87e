if (location.protocol === 'file:')
  document.body.append(Object.assign(document.createElement('script'), { src: 'fromFolder.js' }));

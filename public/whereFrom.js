if (location.protocol === 'file:') document.scripts.folder.src = 'fromFolder.js';

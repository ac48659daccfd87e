// From a folder no browser loads modules. This goes on to highwater.html, which is one file, with all
// that the address asks for; where that is not beside the page, a sentence stays.
const { ui } = document.documentElement.dataset;
const { search, hash } = location;
const added = ui && !new URLSearchParams(search).has('ui') ? `${search ? '&' : '?'}ui=${ui}` : '';
const href = `highwater.html${search}${added}${hash}`;

const link = Object.assign(document.createElement('a'), { href, textContent: 'highwater.html' });
const says = document.createElement('p');
says.append('This page needs a web server, or the file ', link, ' beside it.');
document.getElementById('root')?.append(says);

const beside = document.createElement('link');
Object.assign(beside, { rel: 'preload', as: 'script', href: 'highwater.html' });
beside.addEventListener('load', () => location.replace(href));
document.head.append(beside);

// The juror's pages, kept on the device for when there is no network: the list, and the entries
// that are still to be scored. Signing in or out throws them away.

const PAGES = 'jury-pages';
const FILES = 'jury-files';
const KEPT = /^\/(?:fr|ar|en)\/jury\/[^/]+\/(?:[0-9a-f-]{36})?$/;

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('message', (event) => {
  if (event.data.keep) event.waitUntil(keep(event.data.keep, event.data.files));
});

// What is to be kept, and nothing else.
async function keep(urls, files) {
  const [pages, assets] = await Promise.all([caches.open(PAGES), caches.open(FILES)]);
  for (const url of files) if (!(await assets.match(url))) await fetch(url).then((answer) => answer.ok && assets.put(url, answer)).catch(() => {});
  for (const request of await pages.keys()) {
    if (!urls.includes(new URL(request.url).pathname)) await pages.delete(request);
  }
  for (const url of urls) {
    if (!(await pages.match(url))) await fetch(url, { credentials: 'same-origin' }).then((answer) => take(url, answer)).catch(() => {});
  }
}

async function take(path, answer) {
  const pages = await caches.open(PAGES);
  if (answer.ok && !answer.redirected) await pages.put(path, answer.clone());
  else if (answer.status === 404) await pages.delete(path);
  return answer;
}

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method === 'POST' && pathname.includes('/account/')) {
    event.respondWith(caches.delete(PAGES).then(() => fetch(request)));
  } else if (request.method !== 'GET') {
    return;
  } else if (request.mode === 'navigate' && KEPT.test(pathname)) {
    event.respondWith(fetch(request).then((answer) => take(pathname, answer), async () => (await caches.match(pathname)) ?? Response.error()));
  } else if (pathname.startsWith('/a/')) {
    event.respondWith(caches.match(pathname).then((kept) => kept ?? fetch(request)));
  }
});

// The entry of the page's scripts. Everything works without it.
document.documentElement.classList.add('js');

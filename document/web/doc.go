// Package web fetches pages that somebody names by their address.
//
// In comes an http or https URL; out come the Documents of the page, or why there are
// none. A page is hostile: its size, the time that it takes and its redirects are
// bounded, what is no text is refused, and so are addresses that are not those of the
// public internet, to which a redirect or a name server may point.
package web

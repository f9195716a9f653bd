package serve

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strings"
)

// Access says who may ask. The zero value is for a server that listens to its own machine
// alone.
type Access struct {
	Listen   string         // host:port; the host says to whom the server listens
	Token    string         // that a request must know; "" for none
	Identity string         // the header in which a reverse proxy names who asks; "" for none
	Proxies  []netip.Prefix // from where that header is believed
	Hosts    []string       // by which names the server may be asked, beside its address
}

// MinToken is how many bytes a token must have, so that nobody guesses it.
const MinToken = 16

// Errors of Access.
var (
	errOpen  = errors.New("whoever reaches the address could read and change the record: give a token, or the header in which a reverse proxy names who asks")
	errShort = fmt.Errorf("the token is too short; it must have %d characters", MinToken)
)

// Check returns what is wrong, or nil.
func (a *Access) Check() error {
	switch {
	case a.Token != "" && len(a.Token) < MinToken:
		return errShort
	case a.Token == "" && a.Identity == "" && !IsLoopback(a.Listen):
		return fmt.Errorf("listening at %s: %w", a.Listen, errOpen)
	case a.Identity != "" && len(a.Proxies) == 0:
		return fmt.Errorf("the header %s is believed from nowhere: name the addresses of the reverse proxy", a.Identity)
	}
	return nil
}

// IsLoopback reports whether an address to listen at is of this machine alone.
func IsLoopback(listen string) bool {
	host, _, err := net.SplitHostPort(listen)
	if err != nil {
		return false
	}
	if host == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}

// isHost reports whether a request may name the server so. A page of another site that has
// its name point to this machine is told by that name (DNS rebinding): addresses in
// figures can't be made to point elsewhere, names can.
func (a *Access) isHost(hostport string) bool {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = hostport
	}
	host = strings.ToLower(strings.TrimSuffix(strings.Trim(host, "[]"), "."))
	for _, name := range a.Hosts {
		if strings.ToLower(name) == host {
			return true
		}
	}
	own, _, err := net.SplitHostPort(a.Listen)
	if err == nil && own != "" && strings.EqualFold(own, host) {
		return true
	}
	if host == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(host)
	if err != nil {
		return false
	}
	return ip.IsLoopback() || !IsLoopback(a.Listen)
}

// isProxy reports whether a request comes from a reverse proxy.
func (a *Access) isProxy(remote string) bool {
	from, err := netip.ParseAddrPort(remote)
	if err != nil {
		return false
	}
	ip := from.Addr().Unmap()
	for _, p := range a.Proxies {
		if p.Contains(ip) {
			return true
		}
	}
	return false
}

package serve

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	_ "embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"unicode"

	"annals/serve/identity"
)

const (
	loginPath  = "/login"
	healthPath = "/healthz"
	cookieName = "annals-session"
	cookieAge  = 30 * 24 * 60 * 60 // seconds
	maxLogin   = 4 << 10           // bytes of the form
	maxName    = 200               // bytes of a name that a reverse proxy gives
)

// guard lets requests pass of those who may ask.
type guard struct {
	Access
	session string // what the cookie of somebody who knows the token holds
}

// newGuard returns a guard. Sessions end with the server.
func newGuard(a Access) (*guard, error) {
	key := make([]byte, sha256.Size)
	if _, err := rand.Read(key); err != nil {
		return nil, fmt.Errorf("making a key for sessions: %w", err)
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(a.Token))
	return &guard{Access: a, session: hex.EncodeToString(mac.Sum(nil))}, nil
}

// wrap answers requests of whoever may ask with next.
func (g *guard) wrap(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !g.isHost(r.Host) {
			http.Error(w, "the server is not asked by this name; --host NAME allows it", http.StatusMisdirectedRequest)
			return
		}
		who, may := g.who(r)
		switch {
		case may && who != "":
			r = r.WithContext(identity.With(r.Context(), who))
		case may, r.URL.Path == healthPath, r.URL.Path == loginPath && g.Token != "":
		case g.Token != "" && r.Method == http.MethodGet && strings.Contains(r.Header.Get("Accept"), "text/html"):
			http.Redirect(w, r, loginPath, http.StatusSeeOther)
			return
		default:
			w.Header().Set("WWW-Authenticate", `Bearer realm="annals"`)
			http.Error(w, "say who you are: a token as Authorization: Bearer, or through the reverse proxy", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// who says whether a request may be answered, and who asks, "" if that is not known.
func (g *guard) who(r *http.Request) (name string, may bool) {
	if g.Identity != "" && g.isProxy(r.RemoteAddr) {
		if name := clean(r.Header.Get(g.Identity)); name != "" {
			return name, true
		}
	}
	if g.Token != "" {
		given, is := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if is && same(given, g.Token) {
			return "", true
		}
		cookie, err := r.Cookie(cookieName)
		return "", err == nil && same(cookie.Value, g.session)
	}
	return "", g.Identity == ""
}

// same compares secrets in a time that tells nothing of them.
func same(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}

// clean returns a name that a reverse proxy gives, fit to be kept.
func clean(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, name)
	return strings.TrimSpace(name[:min(len(name), maxName)])
}

//go:embed login.html
var loginPage string

// askToken sends the page on which the token is given.
func (g *guard) askToken(w http.ResponseWriter, _ *http.Request) { g.sendLogin(w, http.StatusOK, "") }

// login gives whoever knows the token a cookie.
func (g *guard) login(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, maxLogin)
	if g.Token == "" || !same(r.PostFormValue("token"), g.Token) {
		g.sendLogin(w, http.StatusUnauthorized, "This is not the token.")
		return
	}
	http.SetCookie(w, &http.Cookie{
		Name: cookieName, Value: g.session, Path: "/", MaxAge: cookieAge,
		HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https",
	})
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (g *guard) sendLogin(w http.ResponseWriter, status int, says string) {
	page, err := template.New("login").Parse(loginPage)
	if err != nil {
		http.Error(w, "the page is broken", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_ = page.Execute(w, says) // whoever asked is gone
}

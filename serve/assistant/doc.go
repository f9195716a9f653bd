// Package assistant offers the questions of annals to assistants, as tools of the Model
// Context Protocol.
//
// In come calls of tools with typed inputs; out come the answers of package questions as
// structured content, and as text with quotations, their sources and the ids of their
// lines, so that an assistant can cite. The tools read alone.
package assistant

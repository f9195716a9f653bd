// Package questions answers every question that annals serve and annals mcp are asked.
//
// In come a Query, which a URL or an assistant says, and a record; out come plain structs
// with the names of JSON, each with the ids, words and documents that it rests on. A Desk
// answers each question once for the API, the assistants and the pages, which only draw
// what it gives. What a question means is decided in package ask.
package questions

// Package gazetteer knows the polities and organizations of the world by name:
// countries and territories of ISO 3166, historical polities, regions,
// intergovernmental organizations, armed groups, parties, media and agencies;
// their adjectives, peoples and capitals; and who led which country when.
//
// In come words as printed ("the" left out); out comes the Entry that they
// name, and in which form. The knowledge lies in the TSV files of data/, which
// are embedded in the program and checked when they are loaded.
//
// # Identity
//
// A country or territory has its ISO 3166-1 alpha-3 code as its id. A
// historical polity keeps an id and a name of its own: the alpha-3 code that
// ISO 3166-3 gave it ("SUN", "YUG", "DDR") if it had one, else its name in
// small letters ("grand-duchy-of-lithuania"). Everything else has its name in
// small letters as its id.
//
// # Successors
//
// A historical polity has a Country only where the data states one present
// state as its successor: because international law holds it to be the same
// subject or the sole continuing state (Soviet Union: RUS), because it became
// that state under another name or regime (Byelorussian SSR: BLR, Prussia and
// the German Democratic Republic: DEU, Ottoman Empire: TUR, Upper Volta: BFA),
// or because that state's historians and its neighbours' both speak of it as
// that state's past (Grand Duchy of Lithuania: LTU). A polity that fell apart
// with no such heir (Yugoslavia, Czechoslovakia, Austria-Hungary, Gran
// Colombia, the Holy Roman Empire, the Polish-Lithuanian Commonwealth) has
// none.
package gazetteer

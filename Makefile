# What developers type. Nothing here is needed to use annals: see README.md.

TOOL := go tool -modfile=tools/go.mod

.PHONY: build test readers race lint format generate bench fuzz-short golden ci

build: ## the program, without cgo, as ./annals
	CGO_ENABLED=0 go build -trimpath -o annals ./cmd/annals

test: ## all tests
	go test ./...

readers: ## hands what is exported to programs that people read it with
	cd export/readers && npm install --no-package-lock --no-audit --no-fund --silent && CGO_ENABLED=1 go test -count=1 ./...

race: ## all tests under the race detector
	go test -race ./...

lint: ## go vet and the linter
	go vet ./...
	$(TOOL) golangci-lint run ./...

format: ## rewrite all files in the house format
	$(TOOL) gofumpt -w .

generate: ## write the vector instructions anew
	go generate ./language/neural/kernel ./train/matrix

bench: ## all benchmarks, ten times, into bench.txt; compare two with: $(TOOL) benchstat OLD NEW
	go test -run '^$$' -bench . -benchmem -count 10 ./... | tee bench.txt

fuzz-short: ## every fuzz target for twenty seconds
	@go list ./... | while read -r package; do \
		go test -list '^Fuzz' "$$package" | grep '^Fuzz' | while read -r target; do \
			echo "$$package $$target"; \
			go test -run '^$$' -fuzz "^$$target$$" -fuzztime 20s "$$package" || exit 1; \
		done || exit 1; \
	done

golden: ## write the golden files anew; judge them in the diff
	@grep -rl --include='*_test.go' 'flag.Bool("update"' . | xargs -n 1 dirname | sort -u | while read -r folder; do \
		go test "$$folder" -update || exit 1; \
	done
	git --no-pager diff --stat

ci: ## what a change must pass
	.ci/run

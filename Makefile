# The commands of Dẫn Lối. Each sets up what is missing on a Debian 12 machine first; `make help` lists them.
.DEFAULT_GOAL := help
.PHONY: help serve site setup test quick full faults check bench screens desktop clean

setup := packages npm sources places
PORT ?= 8080

help: ## list the commands
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | while IFS='|' read -r command meaning; do printf '  %-12s %s\n' "$$command" "$$meaning"; done

serve: ## set up, build and serve the site on 127.0.0.1:8080 (PORT=... changes it)
	@deploy/steps.sh $(setup) native wasm site
	@PORT=$(PORT) exec node deploy/serve.mjs --with-parent

site: ## build the deployable folder build/site and hold it against the size budgets
	@deploy/steps.sh $(setup) native wasm site size

setup: ## fetch packages and third-party sources only
	@deploy/steps.sh $(setup)

quick: ## the tests that take under two minutes on a warm tree
	@deploy/steps.sh $(setup) native hygiene types content unit page

test: ## every test
	@deploy/steps.sh $(setup) native wasm site size hygiene types content command unit modules page browser faults

full: ## every test and all figures
	@DENSITY=device deploy/steps.sh $(setup) native sanitize wasm site size hygiene types content command unit unit-sanitize modules page browser gates-full faults bench

faults: ## the full figures of the fault rigs (hours), and their table
	@deploy/steps.sh $(setup) native wasm site faults-full; status=$$?; node tests/faults/table.mjs; exit $$status

check: ## prove the procedures and content
	@deploy/steps.sh $(setup) native
	@build/native/danloi check

bench: ## print sizes and times of a first visit, and of a device that knows the site, median and p95
	@deploy/steps.sh $(setup) native wasm site
	@node tests/bench/visit.mjs
	@node tests/bench/device.mjs

screens: ## pictures of every screen in docs/screens/now
	@deploy/steps.sh $(setup) native wasm site
	@node --test tests/screens/take.test.mjs

desktop: ## the same app in a window (SDL2)
	@deploy/steps.sh $(setup) native wasm site desktop
	@build/native/danloi-desktop

clean: ## remove everything that was built or fetched
	rm -rf build node_modules

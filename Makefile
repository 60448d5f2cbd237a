# The two commands that a fresh Debian 12 machine with Swift 6.3 needs:
#   make brief   installs what is missing, builds, prints the brief of the samples, writes brief.html
#   make test    installs what is missing and runs every test
# PATHS="a.txt b.txt" make brief reads other articles.

SHELL := /bin/bash
PACKAGES := libxml2-dev zlib1g-dev libcurl4-openssl-dev pkg-config
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PATHS ?= $(sort $(wildcard Samples/*.txt))
PAGE ?= brief.html
CHANCERY := .build/release/chancery

.PHONY: all brief build test lint packages benchmark fuzz clean

all: build

# Installs Debian packages only when one is missing, so that an offline machine that has them builds.
packages:
	@missing=(); for package in $(PACKAGES); do \
	  dpkg -s $$package >/dev/null 2>&1 || missing+=($$package); done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	  echo "installing $${missing[*]}" >&2; \
	  $(SUDO) apt-get update -q >&2 && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -q $${missing[*]} >&2; fi

build: packages
	@swift build -c release --product chancery >&2

brief: build
	@$(CHANCERY) brief $(PATHS)
	@$(CHANCERY) brief --format html --output $(PAGE) $(PATHS)
	@echo "The same brief as a page: $(PAGE)" >&2

test: packages
	swift test -c release

lint:
	swift format lint -r -p --strict Sources Tests Benchmarks Package.swift

benchmark: packages
	swift run -c release chancery-benchmark $(PATHS)

# Codes texts put out of order for a while; what fails is kept in fuzz-cases.
fuzz: packages
	swift run -c release chancery-benchmark --fuzz 5000 $(PATHS)

clean:
	rm -rf .build brief.html

# Everything on a machine that has Debian 12, Swift 6 and root (or sudo).

PACKAGES := libsundials-dev libhdf5-dev libopenblas-dev libudunits2-dev libtomlplusplus-dev \
  libssl-dev libexpat1-dev libceres-dev libnlopt-dev gnuplot-nox pkg-config hdf5-tools \
  python3-venv
# A SLURM of the tests' own, and GNU parallel; qdsynth needs neither.
CLUSTER_PACKAGES := slurmctld slurmd slurm-client munge parallel busybox-static
SCENARIO := Scenarios/pbs-thiourea-library/scenario.toml
PROGRAM  := .build/release/qdsynth
DEMO     := sweep-demo
SOURCES  := Sources Tests Package.swift

.PHONY: demo test validate lint format packages cluster-packages cluster build install bundle \
  libraries clean

# The library of precursors, swept to a table and a picture.
demo: build
	rm -rf $(DEMO)
	$(PROGRAM) sweep $(SCENARIO) -o $(DEMO)
	$(PROGRAM) plot $(DEMO)

# Every test; what needs optimised code is a validation case.
test: packages
	swift build --build-tests
	swift test --disable-xctest

# The validation ladder, claim by claim: make validate TIER=full
TIER := quick
validate: build
	$(PROGRAM) validate --tier $(TIER)

lint:
	swift format lint --strict --recursive --parallel $(SOURCES)

format:
	swift format --in-place --recursive --parallel $(SOURCES)

build: packages
	swift build -c release --product qdsynth

# make install PREFIX=$HOME/.local
PREFIX := /usr/local
install: build
	install -D $(PROGRAM) $(PREFIX)/bin/qdsynth

# Sweeps on a real SLURM, started for it and ended again: faults, repairs, identical results.
cluster: build cluster-packages
	QDSYNTH=$(PROGRAM) python3 Tests/commands/check_cluster.py

# A folder that runs on any Linux of this processor, without root and without its libraries: the
# program, every library that it loads and their loader. Unpack it anywhere, run bin/qdsynth in it.
VERSION := $(shell sed -nE 's/.*text = "(.*)"/\1/p' Sources/qdsynth/Version.swift)
BUNDLE  := qdsynth-$(VERSION)-linux-$(shell uname -m)
LOADER  := $(notdir $(firstword $(wildcard /lib64/ld-linux-*.so.* /lib/ld-linux-*.so.*)))
define STARTER
#!/bin/sh
# Starts qdsynth with the libraries beside it and no others.
here=$$(dirname -- "$$(dirname -- "$$(readlink -f -- "$$0")")")
export UDUNITS2_XML_PATH="$$here/share/udunits/udunits2.xml" QDSYNTH_PROGRAM="$$here/bin/qdsynth"
exec "$$here/lib/$(LOADER)" --library-path "$$here/lib" "$$here/lib/qdsynth" "$$@"
endef
export STARTER
bundle: build
	rm -rf $(BUNDLE)
	mkdir -p $(BUNDLE)/bin $(BUNDLE)/lib $(BUNDLE)/share
	ldd $(PROGRAM) | grep -o '/[^ ]*' | xargs cp --dereference --target-directory $(BUNDLE)/lib
	strip -o $(BUNDLE)/lib/qdsynth $(PROGRAM)
	cp -r /usr/share/xml/udunits $(BUNDLE)/share
	cp -r README.md CHANGELOG.md LICENSE Scenarios $(BUNDLE)
	echo "$$STARTER" > $(BUNDLE)/bin/qdsynth
	chmod 755 $(BUNDLE)/bin/qdsynth
	tar -czf $(BUNDLE).tar.gz $(BUNDLE)
	rm -rf $(BUNDLE)
	@ls -l $(BUNDLE).tar.gz

packages:
	@$(call install_missing,$(PACKAGES))

cluster-packages:
	@$(call install_missing,$(CLUSTER_PACKAGES))

# Installs only what is missing, and asks for root only then.
define install_missing
missing=$$(for package in $(1); do \
  dpkg-query --show --showformat='$${Status}' $$package 2>/dev/null \
    | grep -q 'ok installed' || echo $$package; done); \
if [ -n "$$missing" ]; then \
  root=$$([ $$(id -u) -eq 0 ] || echo sudo); \
  $$root apt-get update && \
  $$root env DEBIAN_FRONTEND=noninteractive \
    apt-get install --yes --no-install-recommends $$missing; \
fi
endef

# Without root, on Debian or Ubuntu: what is missing unpacked in a folder of one's own, and
# environment.sh in it, which tells compilers and programs where. Then, in the same shell:
#   . ~/.local/qdsynth-libraries/environment.sh && swift build -c release --product qdsynth
LIBRARIES := $(HOME)/.local/qdsynth-libraries
TRIPLET    = $(shell dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || gcc -print-multiarch)
define ENVIRONMENT
root=$(LIBRARIES)/usr
places=$$root/lib/$(TRIPLET):$$root/lib/$(TRIPLET)/openblas-pthread
export PATH=$$root/bin:$$PATH
export CPATH=$$root/include:$$root/include/$(TRIPLET):$$root/include/eigen3$${CPATH:+:$$CPATH}
export LIBRARY_PATH=$$places$${LIBRARY_PATH:+:$$LIBRARY_PATH}
export LD_LIBRARY_PATH=$$places$${LD_LIBRARY_PATH:+:$$LD_LIBRARY_PATH}
export PKG_CONFIG_PATH=$$root/lib/$(TRIPLET)/pkgconfig:$$root/lib/$(TRIPLET)/openblas-pthread/pkgconfig
export PKG_CONFIG_SYSROOT_DIR=$(LIBRARIES)
export UDUNITS2_XML_PATH=$$root/share/xml/udunits/udunits2.xml
endef
export ENVIRONMENT
libraries:
	mkdir -p $(LIBRARIES)/packages
	cd $(LIBRARIES)/packages && apt-get download \
	  $$(apt-get --simulate install --no-install-recommends $(PACKAGES) | sed -n 's/^Inst \([^ ]*\).*/\1/p')
	for package in $(LIBRARIES)/packages/*.deb; do dpkg --extract $$package $(LIBRARIES); done
	rm -r $(LIBRARIES)/packages
	echo "$$ENVIRONMENT" > $(LIBRARIES)/environment.sh
	@echo "now: . $(LIBRARIES)/environment.sh"

clean:
	rm -rf .build $(DEMO) $(BUNDLE).tar.gz

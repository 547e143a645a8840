# SPDX-License-Identifier: GPL-2.0-or-later
"""What Chromium is told that takes part in a scenario."""
import base64
import hashlib
import subprocess

QUIET = ["--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run"]


def spki(cert):
    """What Chromium wants to know of a certificate that it shall trust without a known signer."""
    public = subprocess.run(["openssl", "x509", "-in", cert, "-noout", "-pubkey"], check=True, capture_output=True)
    der = subprocess.run(["openssl", "pkey", "-pubin", "-outform", "der"], input=public.stdout, check=True,
                         capture_output=True)
    return base64.b64encode(hashlib.sha256(der.stdout).digest()).decode()

//! The faces that paper is set in, fetched into `assets/fonts/` from Debian's packages with pinned digests.
//!
//! They are shipped beside the program and never compiled in. Where they cannot be fetched, installed faces stand in
//! and the program says so. A face whose digest differs from the pinned one is never used.
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::apt;
use crate::setup::Lack;
use crate::shell::{Done, program, root};

/// A file of a Debian package.
struct Pinned {
    package: &'static str,
    /// Inside the package, from the root of the file system.
    path: &'static str,
    /// In `assets/fonts/`.
    name: &'static str,
    /// SHA-256; empty for licence texts, which may be worded anew.
    digest: &'static str,
}

const fn pinned(
    package: &'static str,
    path: &'static str,
    name: &'static str,
    digest: &'static str,
) -> Pinned {
    Pinned { package, path, name, digest }
}

const TEX: &str = "texlive-lang-chinese";
const LXGW: &str = "fonts-lxgw-wenkai";
const NOTO: &str = "fonts-noto-cjk";

/// Debian 12: texlive-lang-chinese 2022.20230122, fonts-lxgw-wenkai 1.250+repack, fonts-noto-cjk 20220127+repack1.
#[rustfmt::skip]
const FILES: &[Pinned] = &[
    pinned(TEX, "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf", "FandolFang-Regular.otf",
        "d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9"),
    pinned(TEX, "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolKai-Regular.otf", "FandolKai-Regular.otf",
        "ea7e7fb4f9b3ac694a68d43946e04d21deed6e8c29a7c2d3081e1a4138f2f827"),
    pinned(TEX, "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolHei-Regular.otf", "FandolHei-Regular.otf",
        "4afa97aa8751e0118617df88272b58d43691b5cffb7ea024c4580496e9f34d28"),
    pinned(TEX, "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolHei-Bold.otf", "FandolHei-Bold.otf",
        "42ca2de27b45e16a284768673b6205a5add9e17871ee0e7db9c0d03f061d96fd"),
    pinned(TEX, "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolSong-Regular.otf", "FandolSong-Regular.otf",
        "a3820003227d4abe31fe28b493200d94a849ccfd078b50a019264f70353020b0"),
    pinned(TEX, "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolSong-Bold.otf", "FandolSong-Bold.otf",
        "ffa76a70e128947a4dd22151d5ee829b23e24ce3cb6fe8ad49891cd1c2d9e9b9"),
    pinned(TEX, "usr/share/doc/texlive-lang-chinese/copyright", "LICENCE-Fandol-Debian.txt", ""),
    pinned(TEX, "usr/share/doc/texlive-doc/fonts/fandol/README", "LICENCE-Fandol-README.txt", ""),
    pinned(TEX, "usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz", "LICENCE-Fandol-GPL.txt.gz", ""),
    pinned(LXGW, "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", "LXGWWenKai-Regular.ttf",
        "bbf534b0ca093928f94d1782855e65a19a32cde82b075d495d072025521953c8"),
    pinned(LXGW, "usr/share/doc/fonts-lxgw-wenkai/copyright", "LICENCE-LXGWWenKai.txt", ""),
    pinned(NOTO, "usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Regular.ttc",
        "a04178ec485dffdff7cc0c0c20e1fce9202d7e2160d805e8e44a4c8841c58481"),
    pinned(NOTO, "usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc", "NotoSerifCJK-Bold.ttc",
        "a5d4b046c127da3d7c72f98b46c41489cd29bf52abfdf18aba920903e920d4ac"),
    pinned(NOTO, "usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "NotoSansCJK-Regular.ttc",
        "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a"),
    pinned(NOTO, "usr/share/doc/fonts-noto-cjk/copyright", "LICENCE-NotoCJK.txt", ""),
];

impl Pinned {
    fn place(&self) -> PathBuf {
        root().join("assets").join("fonts").join(self.name)
    }
    /// Whether the file at `path` is the pinned one.
    fn is(&self, path: &Path) -> Done<bool> {
        let Ok(bytes) = fs::read(path) else { return Ok(false) };
        if self.digest.is_empty() {
            return Ok(!bytes.is_empty());
        }
        let digest = hex::encode(Sha256::digest(&bytes));
        if digest == self.digest {
            return Ok(true);
        }
        Err(format!(
            "{} is not the pinned face:\n  pinned {}\n  found  {digest}\nIt is not used. Delete it and run set-up again; \
             if the package `{}` carries another version here, copy the face from Debian 12.",
            path.display(),
            self.digest,
            self.package
        ))
    }
    /// Copies from an unpacked package, or from the system where the package is installed.
    fn take_from(&self, tree: &Path) -> Done<bool> {
        let source = tree.join(self.path);
        if !self.is(&source)? {
            return Ok(false);
        }
        let part = self.place().with_extension("part");
        fs::copy(&source, &part)
            .and_then(|_| fs::rename(&part, self.place()))
            .map_err(|e| format!("{}: {e}", self.name))?;
        Ok(true)
    }
}

/// Makes sure that every face lies in `assets/fonts/`; what cannot be fetched here goes on the list.
pub fn fetch(lacks: &mut Vec<Lack>) -> Done {
    let missing = missing()?;
    if missing.is_empty() {
        return Ok(());
    }
    let missing: Vec<_> =
        missing.into_iter().filter(|file| !file.take_from(Path::new("/")).unwrap_or(false)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    if !apt::here() {
        let how = "copy assets/fonts from a machine with Debian or Ubuntu; until then installed faces (FangSong, KaiTi, \
                   SimHei, SimSun …) are used and reported on paper as substitutes";
        lacks.push(Lack::new("the faces of assets/fonts, which come from Debian's packages", how));
        return Ok(());
    }
    let mut packages: Vec<&str> = missing.iter().map(|file| file.package).collect();
    packages.dedup();
    println!("fetching faces: {} (some 50 MB each)", packages.join(", "));
    unpack_and_take(&packages, &missing)
}

fn missing() -> Done<Vec<&'static Pinned>> {
    let mut missing = Vec::new();
    for file in FILES {
        if !file.is(&file.place())? {
            missing.push(file);
        }
    }
    Ok(missing)
}

fn unpack_and_take(packages: &[&str], files: &[&Pinned]) -> Done {
    let work = std::env::temp_dir().join(format!("zhiqiang-faces-{}", std::process::id()));
    let done = download(packages, &work).and_then(|()| {
        for file in files {
            if !file.take_from(&work.join("x"))? {
                return Err(format!("the package `{}` does not carry {} here", file.package, file.path));
            }
        }
        Ok(())
    });
    let _ = fs::remove_dir_all(&work);
    done
}

fn download(packages: &[&str], work: &Path) -> Done {
    fs::create_dir_all(work.join("x")).map_err(|error| format!("{}: {error}", work.display()))?;
    let fetch = || {
        program("apt-get")
            .args(["-q", "-o", "APT::Sandbox::User=root", "download"])
            .args(packages)
            .within(work)
            .run()
    };
    if fetch().is_err() {
        apt::update();
        fetch()?;
    }
    let archives = fs::read_dir(work).map_err(|error| error.to_string())?;
    for archive in archives.flatten().map(|entry| entry.path()) {
        if archive.extension().is_some_and(|ending| ending == "deb") {
            program("dpkg-deb")
                .args(["-x".as_ref(), archive.as_os_str(), work.join("x").as_os_str()])
                .run()?;
            let _ = fs::remove_file(&archive);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::FILES;

    #[test]
    fn every_face_is_pinned_and_every_package_brings_its_licence() {
        for file in FILES {
            let licence = file.name.starts_with("LICENCE-");
            assert_eq!(file.digest.len(), if licence { 0 } else { 64 }, "{}", file.name);
            let brought = FILES.iter().any(|other| other.package == file.package && other.digest.is_empty());
            assert!(brought, "{} comes without a licence", file.package);
        }
    }
}

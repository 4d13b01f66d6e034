//! Seals are keyed digests, in hexadecimal digits.

use openssl::error::ErrorStack;
use openssl::hash::MessageDigest;
use openssl::pkey::{PKey, Private};
use openssl::rand::rand_bytes;
use openssl::sha::sha256;
use openssl::sign::Signer;

/// Holds the key.
pub struct Sealer(PKey<Private>);

impl Sealer {
    /// With this key, or with a new one.
    pub fn new(key: Option<String>) -> Result<Self, ErrorStack> {
        let key = match key {
            Some(text) => text.into_bytes(),
            None => {
                let mut random = vec![0; 32];
                rand_bytes(&mut random)?;
                random
            }
        };
        Ok(Self(PKey::hmac(&key)?))
    }

    /// The seal of a text.
    pub fn seal(&self, text: &str) -> Result<String, ErrorStack> {
        let mut signer = Signer::new(MessageDigest::sha256(), &self.0)?;
        Ok(hexadecimal(&signer.sign_oneshot_to_vec(text.as_bytes())?))
    }
}

/// The digest of a text, without a key.
pub fn digest(text: &str) -> String {
    hexadecimal(&sha256(text.as_bytes()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_key_makes_another_seal() {
        let one = Sealer::new(Some("a".into()))
            .unwrap()
            .seal("letter")
            .unwrap();
        let other = Sealer::new(Some("b".into()))
            .unwrap()
            .seal("letter")
            .unwrap();
        assert_ne!(one, other);
    }
}

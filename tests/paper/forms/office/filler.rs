//! Fills any form with words: a serde source that answers every text field with the next of its texts, every list with
//! so many entries. A field that is added to a form is filled without a line here.
use serde::de::value::Error;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

/// Where the words come from.
pub struct Filler<'a> {
    texts: &'a [String],
    at: usize,
    /// Entries of each list.
    rows: usize,
    /// Every word given out.
    pub given: Vec<String>,
}

impl<'a> Filler<'a> {
    pub fn new(texts: &'a [String], rows: usize) -> Self {
        Self { texts, at: 0, rows, given: Vec::new() }
    }

    fn next(&mut self) -> String {
        let text = self.texts[self.at % self.texts.len()].clone();
        self.at += 1;
        self.given.push(text.clone());
        text
    }
}

impl<'de> Deserializer<'de> for &mut Filler<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_string(self.next())
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_map(Fields { filler: self, rest: fields.iter() })
    }
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let left = self.rows;
        visitor.visit_seq(Entries { filler: self, left })
    }
    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.at += 1;
        visitor.visit_u16((self.at * 7 % 60) as u16)
    }
    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.at += 1;
        visitor.visit_u64((self.at % 50) as u64)
    }
    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u32 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct tuple tuple_struct map enum identifier ignored_any
    }
}

struct Fields<'f, 'a> {
    filler: &'f mut Filler<'a>,
    rest: std::slice::Iter<'static, &'static str>,
}

impl<'de> MapAccess<'de> for Fields<'_, '_> {
    type Error = Error;
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let key = self.rest.next();
        key.map(|key| seed.deserialize(serde::de::value::StrDeserializer::new(key))).transpose()
    }
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(&mut *self.filler)
    }
}

struct Entries<'f, 'a> {
    filler: &'f mut Filler<'a>,
    left: usize,
}

impl<'de> SeqAccess<'de> for Entries<'_, '_> {
    type Error = Error;
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(&mut *self.filler).map(Some)
    }
}

//! `#[derive(Columns)]`: a struct's fields are the columns of its table, in this order.

use proc_macro::TokenStream;
use quote::quote;
use syn::{parse_macro_input, Data, DeriveInput, Error, Fields};

#[proc_macro_derive(Columns)]
pub fn columns(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let Data::Struct(data) = &input.data else {
        return Error::new_spanned(&input, "Columns is for structs")
            .to_compile_error()
            .into();
    };
    let Fields::Named(fields) = &data.fields else {
        return Error::new_spanned(&input, "Columns needs named fields")
            .to_compile_error()
            .into();
    };
    let names: Vec<_> = fields
        .named
        .iter()
        .filter_map(|f| f.ident.as_ref())
        .collect();
    let list = names
        .iter()
        .map(|n| n.to_string())
        .collect::<Vec<_>>()
        .join(", ");
    let positions = 0..names.len();
    let name = &input.ident;
    quote! {
        impl #name {
            /// All columns, as a query names them.
            pub const COLUMNS: &'static str = #list;

            fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                Ok(Self { #(#names: row.get(#positions)?),* })
            }
        }
    }
    .into()
}

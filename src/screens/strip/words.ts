/** What the figure of the whole is called: for an institution, and for a unit that answers a part. */
export const INDEX_NAME = 'Indeks sementara'
export const PART_NAME = 'Rata-rata bagian kami'

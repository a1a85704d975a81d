-- CreateTable
CREATE TABLE "page_branding" (
    "page_id" TEXT NOT NULL,
    "accent" TEXT,
    "light_logo_id" TEXT,
    "dark_logo_id" TEXT,
    "favicon_id" TEXT,
    "show_name" BOOLEAN NOT NULL DEFAULT true,
    "header_links" JSONB NOT NULL DEFAULT '[]',
    "footer_links" JSONB NOT NULL DEFAULT '[]',
    "footer_text" TEXT,
    "support" TEXT,
    "custom_css" TEXT,
    "announcement" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "page_branding_pkey" PRIMARY KEY ("page_id")
);

-- CreateTable
CREATE TABLE "page_image" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "page_image_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "page_branding" ADD CONSTRAINT "page_branding_page_id_fkey" FOREIGN KEY ("page_id") REFERENCES "page"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "page_branding" ADD CONSTRAINT "page_branding_light_logo_id_fkey" FOREIGN KEY ("light_logo_id") REFERENCES "page_image"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "page_branding" ADD CONSTRAINT "page_branding_dark_logo_id_fkey" FOREIGN KEY ("dark_logo_id") REFERENCES "page_image"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "page_branding" ADD CONSTRAINT "page_branding_favicon_id_fkey" FOREIGN KEY ("favicon_id") REFERENCES "page_image"("id") ON DELETE SET NULL ON UPDATE CASCADE;
